// English.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../common"

KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    Letters {
        characters: "1234567890"
    }
    Letters {
        characters: "qwertyuiop"
        more: ({"e": "eéèêë", "u": "uùûü", "i": "iîï", "o": "oôöœ"})
    }
    Letters {
        characters: "asdfghjkl'"
        more: ({"a": "aàâæ"})
    }
    KeyboardRow {
        ShiftKey {
            weight: 150
        }
        Repeater {
            model: "zxcvbnm,".split("")
            Key {
                required property string modelData
                text: modelData
                key: text.toUpperCase().charCodeAt(0)
                alternativeKeys: text === "c" ? "cç" : ""
                showPreview: false
            }
        }
        BackspaceKey {
            weight: 150
        }
    }
    LastRow {}
}
