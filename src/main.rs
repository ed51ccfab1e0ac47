//! Hands the arguments to `cli` and gives back its exit code.

fn main() -> tpm_path::cli::Exit {
    tpm_path::cli::run(std::env::args_os())
}
