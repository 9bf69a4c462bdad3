"""The app in a real Chromium: journeys that a visitor makes."""
