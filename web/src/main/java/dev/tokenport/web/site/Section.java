package dev.tokenport.web.site;

/** Where in the site a page belongs. */
public enum Section {
    /** The workflows, their runs, and how they are changed. */
    WORKFLOWS,
    /** The operators' documentation. */
    OPERATORS,
    /** Nowhere: an error, for example. */
    NONE
}
