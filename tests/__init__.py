"""Tests, mirroring ptce_data/. A package only so that benchmarks/ drive the browser with the same code."""
