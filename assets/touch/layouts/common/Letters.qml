// One row of characters. `characters`: one a key; `more`: what a long press offers, by character.
import QtQuick
import QtQuick.VirtualKeyboard.Components

KeyboardRow {
    id: row
    property string characters
    property var more: ({})

    Repeater {
        model: row.characters.length
        Key {
            required property int index
            text: row.characters[index]
            key: text.toUpperCase().charCodeAt(0)
            alternativeKeys: row.more[text] || ""
            showPreview: false
        }
    }
}
