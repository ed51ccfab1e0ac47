# Completes tpm-path in fish: the program itself tells which words fit.

function __tpm_path_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor | string replace --regex '^["\']' '')
    command tpm-path completions fish --word (count $words) -- $words $current 2>/dev/null
    # Otherwise a file is to be named.
    or __fish_complete_path (commandline --current-token)
end

complete --command tpm-path --no-files --keep-order --arguments '(__tpm_path_complete)'
