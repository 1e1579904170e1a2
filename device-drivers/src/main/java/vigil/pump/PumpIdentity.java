package vigil.pump;

import java.util.Optional;

/**
 * Which pump is speaking.
 *
 * @param model the model as the pump or its protocol names it, for people to read
 * @param serialNumber the pump's own serial number where its protocol has one; the binding of a session rests on it
 * @param address where the pump stands on its line (a BCC slot such as {@code 50111}); empty on a point-to-point line
 */
public record PumpIdentity(String model, Optional<String> serialNumber, String address) {}
