// Where only figures are wanted: codes, dates, telephone numbers.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components

KeyboardLayout {
    inputMode: InputEngine.InputMode.Numeric
    keyWeight: 100

    Letters {
        characters: "123"
    }
    Letters {
        characters: "456"
    }
    Letters {
        characters: "789"
    }
    KeyboardRow {
        Key {
            text: ","
            key: Qt.Key_Comma
            alternativeKeys: ",.-/+"
            showPreview: false
        }
        Key {
            text: "0"
            key: Qt.Key_0
            showPreview: false
        }
        BackspaceKey {
            weight: 100
        }
    }
    KeyboardRow {
        Key {
            text: "+"
            key: Qt.Key_Plus
            showPreview: false
        }
        HideKeyboardKey {
            weight: 100
        }
        EnterKey {
            weight: 100
        }
    }
}
