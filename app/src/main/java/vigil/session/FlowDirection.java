package vigil.session;

/** On which side of the ordered rate a pump is, once it is more than 10 % off. */
public enum FlowDirection {
    OVER,
    UNDER
}
