# Completes tpm-path in bash: the program itself tells which words fit.

_tpm_path() {
    # Bash cuts words at = and :, which are inside ours.
    local -a words=()
    local word joined=
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ ${#words[@]} -gt 1 && ( -n $joined || $word == [=:]* ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        [[ $word == *[=:] ]] && joined=yes || joined=
    done
    local last=$((${#words[@]} - 1))
    words[last]=${words[last]#[\"\']}

    local found
    COMPREPLY=()
    if ! found=$("$1" completions bash --word "$last" -- "${words[@]}" 2>/dev/null); then
        # A file is to be named.
        compopt -o default 2>/dev/null
        return
    fi
    local inside=${words[last]%"${words[last]##*[=:]}"}
    while IFS= read -r word; do
        [[ -n $word ]] && COMPREPLY+=("${word#"$inside"}")
    done <<<"$found"
}

# Only newer ones can keep the order, which is that of the ladder.
complete -o nosort -F _tpm_path tpm-path 2>/dev/null || complete -F _tpm_path tpm-path
