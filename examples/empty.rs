//! A program that does nothing but print a line: what every command is measured beside.

#![allow(clippy::print_stdout, reason = "printing a line is all that it does")]

fn main() {
    println!("the floor of a process start");
}
