# Completions of rounds for bash 4 or newer. The program itself says what may come next.
_rounds() {
    local told
    mapfile -t told < <(ROUNDS_COMPLETE=bash command rounds -- "$COMP_TYPE" "${COLUMNS:-80}" \
        "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    COMPREPLY=("${told[@]:1}")
    case ${told[0]} in
        files) compopt -o default ;;
        folders) compopt -o dirnames ;;
    esac
    # No blank is put behind a folder, so that a file in it can follow.
    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace
}
complete -o nosort -F _rounds rounds 2>/dev/null || complete -F _rounds rounds
