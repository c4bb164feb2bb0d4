"""The raw colours, normal and high contrast: the only Python file with colour values.

Blue is the user, orange the mediator, ink the voice of the guide, green what is done, mark the guide's highlighter.
Each name states a use, so that high contrast is another table and never an exception in a widget.
"""

NORMAL: dict[str, str] = {
    "ink": "#1B2530",
    "ink_2": "#46525F",
    "ink_off": "#46525F",
    "paper": "#F4F1EB",
    "paper_2": "#E8E3D9",
    "surface": "#FFFFFF",
    "line": "#D6CEC1",
    "edge": "#C4BAA9",
    "line_strong": "#756D5F",
    "blue": "#1B5FAE",
    "blue_deep": "#113F78",
    "blue_tint": "#E4EDF8",
    "orange": "#F6962E",
    "orange_line": "#D26400",
    "orange_deep": "#8F4300",
    "orange_tint": "#FDECD8",
    "green": "#1D7549",
    "green_deep": "#12502F",
    "green_tint": "#E1F1E7",
    "red": "#B3261E",
    "mark": "#FFDF6B",
    "mark_tint": "#FFF6D6",
}

HIGH: dict[str, str] = NORMAL | {
    "ink": "#000000",
    "ink_2": "#000000",
    "ink_off": "#595959",
    "paper": "#FFFFFF",
    "paper_2": "#FFFFFF",
    "line": "#000000",
    "edge": "#000000",
    "line_strong": "#000000",
    "blue": "#003C8C",
    "blue_deep": "#00244F",
    "blue_tint": "#FFFFFF",
    "orange": "#FFA23F",
    "orange_line": "#8F4300",
    "orange_tint": "#FFFFFF",
    "green": "#00552B",
    "green_tint": "#FFFFFF",
    "mark": "#FFD400",
    "mark_tint": "#FFFFFF",
}
