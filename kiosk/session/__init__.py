"""ONE PERSON'S TIME: from the tap on "start" to a verified wipe. Knows no Qt, no procedure's content."""
