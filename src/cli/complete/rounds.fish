# Completions of rounds for fish. The program itself says what may come next.
complete --command rounds --no-files --keep-order --arguments '(ROUNDS_COMPLETE=fish command rounds -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token --cut-at-cursor) 2>/dev/null)'
