"""Words that need explaining, and old names, are found however they are bent."""

from __future__ import annotations

from routine.check.likeness import in_short, whole
from routine.model.beside import Term
from routine.model.terms import Passage, first_used, names, used

PROXY, CALL = (
    Term(word="Ombud", meaning="Den som företräder.", basis="kalla"),
    Term(word="Uppföljande samtal", meaning="Ett samtal efteråt.", basis="kalla"),
)


BENT = {
    **{"Ombud": ("kan göras av ombud.", "Ombudet ringer", "ombudens lista"), "Händelse": ("händelserna",)},
    **{"Förtroendevald": ("övriga förtroendevalda",), "Avropa": ("hon avropar stöd", "stödet avropades")},
    **{"Återbesök": ("Gör ett återbesök i salen",), "I samråd": ("i samråd med rektorn",), "C++": ("skrivet i C++",)},
    **{"Uppföljande samtal": ("fler uppföljande samtal", "det uppföljande\nsamtalet"), "Nämnd": ("nämndernas chef",)},
    **{"Medarbetare": ("medarbetarna",), "Utgåva": ("tidigare utgåvor",), "VA": ("kommunens VA-verk", "VA:s jour")},
}
ANOTHER = {
    **{"Ombud": ("ombudsmannen", "partiombud", ""), "Avropa": ("avrop",), "I samråd": ("samråd",)},
    **{"VA": ("Var hos den utsatte",), "IT": ("its",)},
}


def test_a_word_is_found_however_it_is_bent_and_another_is_not() -> None:
    for words, found in ((BENT, True), (ANOTHER, False)):
        assert [(word, text) for word, texts in words.items() for text in texts if names(word, text) != found] == []
    assert (len(BENT), len(ANOTHER)) == (12, 5)


def test_a_word_is_explained_once_and_where_it_is_first_used() -> None:
    found = first_used(
        (PROXY, CALL),
        [Passage("a", "Ett ombud"), Passage("b", "Ombudet håller ett uppföljande samtal"), Passage("c", "Ett ombud")],
    )
    assert found == {"a": (PROXY,), "b": (CALL,), "c": ()}


def test_what_explains_itself_is_not_explained_again() -> None:
    assert first_used(
        (PROXY,), [Passage("a", "Välj ett ombud", "Bra att veta. Ett ombud företräder dig."), Passage("b", "Ombudet")]
    ) == {"a": (), "b": ()}


def test_to_mention_a_word_is_not_to_explain_it() -> None:
    assert first_used((PROXY,), [Passage("a", "Välj", "Ring ditt ombud."), Passage("b", "Ombudet")]) == {
        "a": (),
        "b": (PROXY,),
    }


def test_of_words_within_each_other_the_longer_one_is_meant() -> None:
    talk = Term(word="Samtal", meaning="Att prata.", basis="kalla")
    assert first_used((talk, CALL), [Passage("a", "Ett uppföljande samtal"), Passage("b", "Ett samtal")]) == {
        "a": (CALL,),
        "b": (talk,),
    }
    assert first_used((talk, CALL), [Passage("a", "Ett samtal om uppföljande samtal")]) == {"a": (talk, CALL)}


def test_several_pieces_with_one_id_are_one_place() -> None:
    assert first_used((PROXY, CALL), [Passage("a", "Ombud"), Passage("a", "Ett uppföljande samtal")]) == {
        "a": (PROXY, CALL)
    }


def test_the_words_of_a_page_come_in_the_order_of_their_list() -> None:
    assert used((PROXY, CALL), ["Ett uppföljande samtal", "med ombudet", "ombudet"]) == (PROXY, CALL)
    assert used((PROXY, CALL), ["Ring"]) == ()


OLD, NAMES = "Kommunens säkerhetsstrateg", ("Trygghetschefen", "Rektorn")
# Old name, names of today, text → the old name in short, which is the end of its last word.
SHORT: tuple[tuple[str, tuple[str, ...], str, list[str]], ...] = (
    (OLD, NAMES, "Ring Strategens telefon.", ["Strategens"]),
    (OLD, NAMES, "Ring säkerhetsstrategen.", ["säkerhetsstrategen"]),
    (OLD, NAMES, "Ring en strateg, och säkerhetsstrateg nummer två.", ["strateg", "säkerhetsstrateg"]),
    (OLD, NAMES, "Ring kommunens säkerhetsstrateg.", []),
    (OLD, NAMES, "Läs strategin. Ring chefen. Ring kommunens växel.", []),
    (OLD, ("Trygghetsstrategen",), "Ring strategen.", []),
    ("Säkerhetschefen", NAMES, "Ring chefen.", []),
    ("Säkerhetschefen", ("Rektorn",), "Ring chefen.", ["chefen"]),
    ("Vakten", ("Vaktmästaren",), "Vakten läser akten. Ring vaktens nummer.", []),
)


def test_an_old_name_in_short_is_found_and_no_name_of_today() -> None:
    assert [in_short(old, names, text) for old, names, text, _ in SHORT] == [found for *_, found in SHORT]
    assert len(SHORT) == 9


def test_an_old_name_within_one_of_today_is_not_left() -> None:
    texts = ("Ring vakten.", "Vaktens telefon", "Ring den nya vakten.", "Ring vaktaren.")
    assert [whole("Vakten", ("Den nya vakten",), text) for text in texts] == [True, True, False, False]
