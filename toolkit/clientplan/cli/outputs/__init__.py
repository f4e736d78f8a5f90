"""What was found, as each reader wants it: a person, a build server, a coach."""
