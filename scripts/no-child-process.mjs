/** Stands in for node:child_process, which Commander loads at its start and needs only for commands that are programs. */
export default {};
