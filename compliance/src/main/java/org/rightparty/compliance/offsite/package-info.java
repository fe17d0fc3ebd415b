/// Takes checkpoints out of this machine: into a directory, by mail, to object storage, and to an
/// authority that stamps them with its own time. Shell.
@NullMarked
package org.rightparty.compliance.offsite;

import org.jspecify.annotations.NullMarked;
