// French: the places of the letters on a French keyboard; the accents that forms need are keys of their own.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../common"

KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    Letters {
        characters: "1234567890éè"
    }
    Letters {
        characters: "azertyuiopàç"
        more: ({"a": "aàâæ", "e": "eéèêë", "u": "uùûü", "i": "iîï", "o": "oôöœ", "y": "yÿ", "à": "àâ", "ç": "ç"})
    }
    Letters {
        characters: "qsdfghjklm'ê"
        more: ({"ê": "êëîïôûùüœ"})
    }
    KeyboardRow {
        ShiftKey {
            weight: 150
        }
        Repeater {
            model: "wxcvbn,".split("")
            Key {
                required property string modelData
                text: modelData
                key: text.toUpperCase().charCodeAt(0)
                alternativeKeys: text === "c" ? "cç" : ""
                showPreview: false
            }
        }
        BackspaceKey {
            weight: 200
        }
    }
    LastRow {}
}
