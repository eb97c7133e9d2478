#pragma once

/// Takes the network and the starting of programs away from this process, all its threads and all its children, for good.
///
/// Afterwards these system calls answer EPERM: those that make, connect, bind or accept a socket or receive one from
/// another process (io_uring included, which could do the same unseen), those that start a program, and those that
/// reach into another process. Sockets and pipes that are open already can still be read, written and closed. A system
/// call in a foreign form (32 bit, x32) ends the process.
///
/// Returns 0, or the errno that says why the lock isn't in place.
int longshore_lock_down(void);
