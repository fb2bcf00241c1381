"""The check of a routine's file: text, nodes with places, the model, and the rules.

It gives the routine, validated once, or every problem with its place. Messages are data, in `messages.yaml`.
"""
