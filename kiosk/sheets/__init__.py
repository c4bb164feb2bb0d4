"""The State's information sheets, kept on the post: read from its open archive by IT, found and read by people without
any network. Knows no procedure, no session and no screen."""
