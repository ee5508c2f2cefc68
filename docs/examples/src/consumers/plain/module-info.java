/** A consumer on the module path, without Jackson. */
module consumer {
    requires dev.customerservice.domain;
}
