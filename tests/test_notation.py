import pytest

from corruptex.methodology.notation import (
    DEFAULT_GAP,
    Choice,
    Exact,
    FormClass,
    FromLexicon,
    Gap,
    NotationError,
    Optional,
    Reported,
    Sequence,
    Word,
    parse,
)


def test_every_element_of_the_notation_is_read():
    tree = parse('[body] … (вправе|мочь)/VERB {отказать "в выдаче"} …5 бер-/act+dat <number> срок?')
    assert tree == Sequence(
        (
            FromLexicon("body"),
            Gap(DEFAULT_GAP),
            Choice((Sequence((Word("вправе", "VERB"),)), Sequence((Word("мочь", "VERB"),)))),
            Reported(Sequence((Word("отказать"), Exact(("в", "выдаче"))))),
            Gap(5),
            Word("бер-", "act+dat"),
            FormClass("number"),
            Optional(Word("срок")),
        )
    )


def test_alternatives_may_be_phrases():
    assert parse("(а б|в)").nodes == (Choice((Sequence((Word("а"), Word("б"))), Sequence((Word("в"),)))),)


def test_a_feature_of_a_choice_goes_to_the_last_word_that_has_none():
    choice = parse("(а б|в/gent)/INFN").nodes[0]
    assert choice == Choice((Sequence((Word("а"), Word("б", "INFN"))), Sequence((Word("в", "gent"),))))


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("", "empty alternative"),
        ("…", "at least one word"),
        ("… отказать", "begin or end with a gap"),
        ("отказать …3", "begin or end with a gap"),
        ("(отказать", "«)» is missing"),
        ("{отказать", "«}» is missing"),
        ("отказать)", "closes nothing"),
        ("отказать ??", "must follow an element"),
        ("?", "must follow an element"),
        ("(а||б)", "empty alternative"),
        ("()", "empty alternative"),
        ('"не закрыто', "cannot read"),
        ("[два слова]", "cannot read"),
        ("отказать?", "must not be optional"),
    ],
)
def test_a_mistake_says_what_is_wrong(pattern, says):
    with pytest.raises(NotationError, match=says.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        parse(pattern)
