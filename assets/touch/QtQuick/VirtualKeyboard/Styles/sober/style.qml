// The look of the keyboard on the screen: the theme's own colours, letters and edges. Nothing pops up over a key, and in
// a secret field no key shows that it is pressed: whoever looks on learns nothing.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles

KeyboardStyle {
    id: style

    keyboardDesignWidth: look.width
    keyboardDesignHeight: look.height
    keyboardRelativeLeftMargin: look.margin / look.width
    keyboardRelativeRightMargin: look.margin / look.width
    keyboardRelativeTopMargin: look.margin / look.height
    keyboardRelativeBottomMargin: look.margin / look.height
    keyboardBackground: Rectangle {
        color: look.ground
    }

    component Face: KeyPanel {
        id: face
        property string words: ""
        property string picture: ""
        property bool lit: false
        property color ground: look.key
        readonly property bool secret: (InputContext.inputMethodHints & Qt.ImhHiddenText) !== 0

        Rectangle {
            anchors.fill: parent
            anchors.margins: look.gap / 2
            radius: look.radius
            color: look.edge
        }
        Rectangle {
            id: top
            readonly property bool down: face.control.pressed && !face.secret
            anchors.fill: parent
            anchors.margins: look.gap / 2
            anchors.bottomMargin: look.gap / 2 + (down ? 0 : look.deep)
            radius: look.radius
            color: face.lit ? look.lit : top.down ? look.down : face.ground
            border.width: look.border
            border.color: look.line
            Text {
                visible: face.picture === ""
                anchors.fill: parent
                anchors.margins: look.gap
                text: face.words
                color: look.ink
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.Fit
                minimumPixelSize: look.small
                font.family: /[\u0600-\u06ff]/.test(text) ? look.arabic : look.family
                font.weight: look.weight
                font.pixelSize: text.length > 1 ? look.small : look.size
                font.capitalization: face.control.uppercased ? Font.AllUppercase : Font.MixedCase
            }
            Image {
                visible: face.picture !== ""
                anchors.centerIn: parent
                sourceSize.width: look.icon
                sourceSize.height: look.icon
                source: face.picture === "" ? "" : look.icons + face.picture + ".svg"
            }
        }
    }

    keyPanel: Face {
        words: control.displayText
    }
    spaceKeyPanel: Face {
        words: Qt.locale(InputContext.locale).nativeLanguageName
    }
    symbolKeyPanel: Face {
        words: control.displayText
        ground: look.quiet
    }
    modeKeyPanel: Face {
        words: control.displayText
        ground: look.quiet
    }
    enterKeyPanel: Face {
        words: look.enter
        ground: look.quiet
    }
    backspaceKeyPanel: Face {
        picture: "delete"
        ground: look.quiet
    }
    shiftKeyPanel: Face {
        picture: "arrow-up"
        ground: look.quiet
        lit: InputContext.capsLockActive || InputContext.shiftActive
    }
    languageKeyPanel: Face {
        picture: "globe"
        ground: look.quiet
    }
    hideKeyPanel: Face {
        picture: "chevron-down"
        ground: look.quiet
    }

    alternateKeysListItemWidth: look.target
    alternateKeysListItemHeight: look.target
    alternateKeysListDelegate: Item {
        width: style.alternateKeysListItemWidth
        height: style.alternateKeysListItemHeight
        Text {
            anchors.centerIn: parent
            text: model.text
            color: look.ink
            font.family: /[\u0600-\u06ff]/.test(text) ? look.arabic : look.family
            font.weight: look.weight
            font.pixelSize: look.size
        }
    }
    alternateKeysListHighlight: Rectangle {
        color: look.down
        radius: look.radius
    }
    alternateKeysListBackground: Rectangle {
        color: look.key
        radius: look.radius
        border.width: 2 * look.border
        border.color: look.strong
    }

    languagePopupListEnabled: false
    selectionListHeight: 0
}
