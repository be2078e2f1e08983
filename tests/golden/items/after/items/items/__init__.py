"""Items: something that a person keeps."""
