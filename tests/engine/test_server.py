"""The order in which the engine process answers."""

from reader.engine.protocol import Ask, FetchEntries, Priority
from reader.engine.server import Waiting


def _ask(ticket: int, priority: Priority) -> Ask:
    return Ask(ticket, priority, FetchEntries(()))


def _drain(waiting: Waiting, number: int) -> list[int]:
    taken = [waiting.take() for _ in range(number)]
    return [ask.ticket for ask in taken if ask is not None]


def test_what_the_pointer_needs_comes_first_and_the_newest_of_equals() -> None:
    waiting = Waiting()
    for ticket, priority in enumerate(
        [Priority.REST, Priority.SCREEN, Priority.POINTER, Priority.REST, Priority.SCREEN, Priority.POINTER]
    ):
        waiting.put(_ask(ticket, priority))
    assert _drain(waiting, 6) == [5, 2, 4, 1, 0, 3]


def test_a_cancelled_question_is_not_answered() -> None:
    waiting = Waiting()
    for ticket in range(3):
        waiting.put(_ask(ticket, Priority.REST))
    waiting.cancel(1)
    waiting.cancel(7)
    assert _drain(waiting, 2) == [0, 2]


def test_while_one_is_answered_only_what_is_more_urgent_comes_in_between() -> None:
    waiting = Waiting()
    waiting.put(_ask(5, Priority.SCREEN))
    taken = waiting.take()
    assert taken is not None
    asked = {6: Priority.POINTER, 4: Priority.SCREEN, 7: Priority.SCREEN, 8: Priority.REST}
    for ticket, priority in asked.items():
        waiting.put(_ask(ticket, priority))
    urgent = [waiting.take_before(taken) for _ in range(3)]
    assert [ask and ask.ticket for ask in urgent] == [6, 7, None]
    assert _drain(waiting, 2) == [4, 8]


def test_a_question_in_hand_can_be_cancelled_until_it_is_done() -> None:
    waiting = Waiting()
    waiting.put(_ask(1, Priority.REST))
    waiting.take()
    assert not waiting.is_cancelled(1)
    waiting.cancel(1)
    assert waiting.is_cancelled(1)
    waiting.done(1)
    waiting.cancel(1)
    assert not waiting.is_cancelled(1)


def test_there_is_time_for_other_things_while_nothing_waits_and_something_may_come() -> None:
    waiting = Waiting()
    assert waiting.is_empty()
    waiting.put(_ask(1, Priority.REST))
    assert not waiting.is_empty()
    waiting.take()
    assert waiting.is_empty()
    waiting.close()
    assert not waiting.is_empty()


def test_closing_ends_the_waiting() -> None:
    waiting = Waiting()
    waiting.put(_ask(1, Priority.POINTER))
    waiting.close()
    assert waiting.take() is None
