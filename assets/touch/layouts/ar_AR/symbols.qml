// The signs page.
import "../common"

Signs {}
