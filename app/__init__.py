"""The studio: pipeline, jobs, HTTP API and web pages, on top of all the rooms."""
