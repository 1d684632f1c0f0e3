namespace Flowstate.Shared;

/// <summary>Mechanism without a business noun.</summary>
public sealed record Pace(TimeSpan Between)
{
    public DateTimeOffset After(DateTimeOffset last) => last + Between;
}
