// Figures only.
import "../common"

Figures {}
