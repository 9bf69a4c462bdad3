"""Where the data comes from: catalogue, checked reading, building from the human-editable facts."""
