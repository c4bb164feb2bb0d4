// The same last row on every layout, so that nothing moves: signs, language, what addresses need, space, hide, enter.
import QtQuick
import QtQuick.VirtualKeyboard.Components

KeyboardRow {
    id: row
    property string signs: "&123"
    property string full: "."

    SymbolModeKey {
        displayText: row.signs
        weight: 130
    }
    ChangeLanguageKey {
        weight: 130
    }
    Key {
        text: "@"
        key: Qt.Key_At
        showPreview: false
    }
    SpaceKey {
        weight: 400
    }
    Key {
        text: row.full
        key: text.charCodeAt(0)
        showPreview: false
    }
    Key {
        text: "-"
        key: Qt.Key_Minus
        showPreview: false
    }
    HideKeyboardKey {
        weight: 130
    }
    EnterKey {
        weight: 200
    }
}
