// What is neither a letter nor a figure, in the same place for every language.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

KeyboardLayout {
    inputMode: InputEngine.InputMode.Latin
    keyWeight: 100

    Letters {
        characters: "1234567890"
    }
    Letters {
        characters: "&'\"()_/+=*"
    }
    Letters {
        characters: ",;:!?#%€$£"
    }
    KeyboardRow {
        Repeater {
            model: "[]{}<>\\|~".split("")
            Key {
                required property string modelData
                text: modelData
                key: text.charCodeAt(0)
                showPreview: false
            }
        }
        BackspaceKey {}
    }
    LastRow {
        signs: "ABC"
    }
}
