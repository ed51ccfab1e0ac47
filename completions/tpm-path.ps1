# Completes tpm-path in PowerShell: the program itself tells which words fit.

Register-ArgumentCompleter -Native -CommandName tpm-path -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { $_.ToString().Trim("'", '"') })
    $last = if ($wordToComplete -eq '') { $words.Count } else { $words.Count - 1 }
    # Where a file is to be named nothing is printed, and PowerShell completes files.
    & tpm-path completions powershell --word $last '--' @words 2>$null | ForEach-Object {
        $word, $said = $_ -split "`t", 2
        if (-not $said) { $said = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $said)
    }
}
