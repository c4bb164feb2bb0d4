"""What a person does at the paper desk: one service at a time, as a conversation of scenes and wishes."""
