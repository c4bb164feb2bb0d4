// Arabic: the places of the letters on an Arabic keyboard.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../common"

KeyboardLayout {
    inputMode: InputEngine.InputMode.Arabic
    keyWeight: 100

    Letters {
        characters: "1234567890"
        more: ({"1": "1١", "2": "2٢", "3": "3٣", "4": "4٤", "5": "5٥", "6": "6٦", "7": "7٧", "8": "8٨", "9": "9٩", "0": "0٠"})
    }
    Letters {
        characters: "ضصثقفغعهخحجد"
    }
    Letters {
        characters: "شسيبلاتنمكط"
        more: ({"ي": "يىئ", "ا": "اأإآء", "ل": "ل", "ت": "تة"})
    }
    KeyboardRow {
        Repeater {
            model: "ذئءؤرىةوزظ".split("")
            Key {
                required property string modelData
                text: modelData
                key: text.charCodeAt(0)
                showPreview: false
            }
        }
        BackspaceKey {
            weight: 150
        }
    }
    LastRow {
        signs: "؟123"
    }
}
