"""A page of controls, with keys and with the pointer."""

from __future__ import annotations

import pygame
import pytest

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.controls.slider import Slider
from kitchen.game.controls.toggle import Toggle
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent


@pytest.fixture
def kit(toolkit: Kit) -> Kit:
    return toolkit


class Form:
    """Two buttons side by side, and a column of settings below them."""

    def __init__(self, kit: Kit) -> None:
        self.log: list[object] = []
        note = self.log.append
        controls: list[Control] = [
            Button(kit, (100, 100, 200, 40), "Left", lambda: note("left")),
            Button(kit, (320, 100, 200, 40), "Right", lambda: note("right"), main=True),
            Toggle(kit, (100, 160, 420, 36), "Sound", False, note),
            Slider(kit, (100, 200, 420, 36), "Loud", 0.5, (0.0, 1.0), 0.1, note),
            Choice(kit, (100, 240, 420, 36), "Size", "a", [("a", "A"), ("b", "B")], note),
        ]
        self.page = Page(kit, controls)

    def wants(self, *intents: Intent) -> None:
        for intent in intents:
            assert self.page.want(intent)


@pytest.fixture
def form(kit: Kit) -> Form:
    return Form(kit)


def middle(control: Control) -> tuple[float, float]:
    x, y, w, h = control.box
    return x + w / 2, y + h / 2


def test_arrows_go_to_the_nearest_control_that_way(form: Form) -> None:
    form.wants(Intent.RIGHT)
    assert form.page.focus == 1
    form.wants(Intent.DOWN)
    assert form.page.focus == 2
    form.wants(Intent.UP)
    assert form.page.focus in (0, 1)
    form.wants(Intent.UP)  # nothing there
    assert form.page.focus in (0, 1)


def test_tab_visits_everything_in_order_and_leaves_out_what_is_off(form: Form) -> None:
    form.page.controls[1].enabled = False
    seen = []
    for _ in range(4):
        form.wants(Intent.NEXT)
        seen.append(form.page.focus)
    assert seen == [2, 3, 4, 0]
    form.wants(Intent.PREVIOUS)
    assert form.page.focus == 4


def test_confirm_presses_what_has_the_focus(form: Form) -> None:
    form.wants(Intent.RIGHT, Intent.CONFIRM, Intent.DOWN, Intent.CONFIRM)
    assert form.log == ["right", True]


def test_left_and_right_change_a_setting_that_has_the_focus(form: Form) -> None:
    form.page.focus = 3
    form.wants(Intent.RIGHT, Intent.RIGHT, Intent.LEFT, Intent.DOWN, Intent.RIGHT)
    assert form.log == [0.6, 0.7, 0.6, "b"]


def test_a_slider_stays_within_its_ends(form: Form) -> None:
    form.page.focus = 3
    form.wants(*[Intent.RIGHT] * 9)
    assert form.log[-1] == 1.0 and len(form.log) == 5


def test_a_click_presses_only_if_it_ends_where_it_began(form: Form) -> None:
    page = form.page
    assert page.down(middle(page.controls[0]))
    assert not page.up(middle(page.controls[1]))
    page.down(middle(page.controls[1]))
    assert page.up(middle(page.controls[1]))
    assert form.log == ["right"]
    assert not page.down((5.0, 5.0)) and not page.up((5.0, 5.0))


def test_a_slider_follows_the_pointer_until_it_is_let_go(form: Form) -> None:
    page = form.page
    slider = page.controls[3]
    assert isinstance(slider, Slider)
    left, width = slider._track
    page.down((left, middle(slider)[1]))
    page.move((left + width, 600.0))
    page.up((left + width, 600.0))
    page.move((left, middle(slider)[1]))
    assert form.log == [0.0, 1.0]


def test_a_click_on_a_choice_chooses_that_one(form: Form) -> None:
    choice = form.page.controls[4]
    assert isinstance(choice, Choice)
    x, y, w, h = choice._place(1)
    form.page.down((x + w / 2, y + h / 2))
    form.page.up((x + w / 2, y + h / 2))
    assert form.log == ["b"] and choice.value == "b"


def test_the_focus_shows_after_a_key_and_hides_under_the_pointer(
    form: Form, canvas: pygame.Surface
) -> None:
    def picture() -> bytes:
        canvas.fill((20, 20, 20))
        form.page.draw(canvas, 5.0)
        return pygame.image.tobytes(canvas, "RGB")

    plain = picture()
    form.wants(Intent.NEXT)
    form.page.draw(canvas, 4.0)
    ringed = picture()
    assert ringed != plain and form.page.ring
    form.page.move(middle(form.page.controls[0]))
    assert not form.page.ring


def test_every_control_draws_in_every_state(form: Form, canvas: pygame.Surface) -> None:
    for wall, control in enumerate(form.page.controls):
        canvas.fill((0, 0, 0))
        form.page.move(middle(control))
        form.page.draw(canvas, float(wall))
        area = form.page.kit.stage.rect(*control.box)
        inside = canvas.subsurface(area)
        assert pygame.transform.average_color(inside)[:3] != (0, 0, 0)


def test_words_too_long_for_a_button_are_cut(kit: Kit, canvas: pygame.Surface) -> None:
    long = Button(kit, (100, 100, 120, 40), "A very long name for a button", lambda: None)
    words, size = long._fitting(120)
    assert words.endswith("…") and kit.type.width(words, size, "display") <= 120
