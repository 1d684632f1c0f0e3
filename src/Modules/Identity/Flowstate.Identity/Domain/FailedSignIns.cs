namespace Flowstate.Identity.Domain;

/// <summary>
/// Wrong passwords in a row for one mail address, whether or not anybody has it: an address that is nobody's waits like
/// one that is somebody's, in answer and in time. Of a device that signed in before there is a row of its own.
/// </summary>
internal sealed class FailedSignIns
{
    /// <summary>So many may be wrong before the address waits.</summary>
    public const int Allowed = 10;

    private FailedSignIns() { }

    /// <summary>Of the address, or of the address and the device.</summary>
    public byte[] AddressHash { get; private set; } = [];

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? WaitsUntil { get; private set; }
}
