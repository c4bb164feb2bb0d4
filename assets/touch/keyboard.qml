// The keyboard on the screen: Qt Virtual Keyboard in a strip of our own window. `look` comes from kiosk/ui/touch.
// It learns nothing, proposes nothing and writes nothing: the plain input method only.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

Rectangle {
    color: look.ground

    InputPanel {
        objectName: "panel"
        width: parent.width
        height: parent.height
        externalLanguageSwitchEnabled: false
    }

    readonly property string wanted: look.locale
    onWantedChanged: VirtualKeyboardSettings.locale = wanted

    Component.onCompleted: {
        VirtualKeyboardSettings.defaultInputMethodDisabled = true
        VirtualKeyboardSettings.defaultDictionaryDisabled = true
        VirtualKeyboardSettings.handwritingModeDisabled = true
        VirtualKeyboardSettings.inputMethodHints = Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        VirtualKeyboardSettings.fullScreenMode = false
        VirtualKeyboardSettings.keySoundVolume = 0
        VirtualKeyboardSettings.layoutPath = Qt.resolvedUrl("layouts")
        VirtualKeyboardSettings.styleName = "sober"
        VirtualKeyboardSettings.activeLocales = look.locales
        VirtualKeyboardSettings.locale = look.locale
    }
}
