#compdef rounds
# Completions of rounds for zsh. The program itself says what may come next.
_rounds() {
    local -a told
    told=("${(@f)$(ROUNDS_COMPLETE=zsh command rounds -- \
        "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    local how=$told[1]
    shift told
    case $how in
        files | folders)
            [[ $PREFIX == --*=* ]] && compset -P '--*='
            if [[ $how == folders ]]; then _files -/; else _files; fi
            ;;
        begins) (( $#told )) && _describe -V rounds told ;;
        instead)
            _describe -V rounds told -U
            (( $#told > 1 )) && compstate[insert]= compstate[list]='list force'
            ;;
    esac
}
# The file is sourced, or zsh loads it from a folder of its `fpath` as the function itself.
if [[ $funcstack[1] == _rounds ]]; then
    _rounds "$@"
elif (( $+functions[compdef] )); then
    compdef _rounds rounds
fi
