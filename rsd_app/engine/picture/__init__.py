"""One picture: a preview of a part, the whole run, the same result again."""
