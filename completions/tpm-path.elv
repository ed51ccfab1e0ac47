# Completes tpm-path in Elvish: the program itself tells which words fit.

use str

set edit:completion:arg-completer[tpm-path] = {|@words|
  var last = (- (count $words) 1)
  var found = []
  var named = $true
  try {
    set found = [(e:tpm-path completions elvish --word $last -- $@words 2>/dev/null | from-lines)]
  } catch {
    # A file is to be named.
    set named = $false
  }
  if $named {
    for line $found {
      var word said = (str:split &max=2 "\t" $line)
      if (eq $said '') {
        put $word
      } else {
        edit:complex-candidate $word &display=$word'  '$said
      }
    }
  } else {
    edit:complete-filename $@words
  }
}
