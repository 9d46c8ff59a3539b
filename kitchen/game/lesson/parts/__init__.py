"""Parts of a lesson's screen that several folders use; the base of every panel is `panel`."""
