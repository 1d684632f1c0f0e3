using CsCheck;

namespace Flowstate.Contacts.Tests.Domain;

/// <summary>
/// Whatever happens to a contact, in whatever order, told twice, by clocks that jump: no follow-up is lost or doubled, and
/// the next touch counts from the last one.
/// </summary>
public class ContactInvariantTests
{
    private static readonly string?[] Zones = [null, "Europe/Oslo", "America/New_York", "Australia/Lord_Howe"];

    private static readonly Gen<RunStep[]> Steps = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, 1000],
        Gen.OneOf(Gen.Int[-3, 30], Gen.Int[-200, 1500]),
        Gen.Int[-2, 100],
        (what, pick, hours, ago) => new RunStep(what, pick, hours, ago)
    ).Array[1, 40];

    [Fact]
    public void No_follow_up_is_lost_or_doubled_and_the_next_touch_counts_from_the_last() =>
        Gen.Select(Steps, Gen.Int[0, 5], Gen.Int[0, Zones.Length - 1], Gen.Bool)
            .Sample((steps, warmth, zone, quiet) => new ContactRun(warmth, Zones[zone], quiet).Play(steps), iter: 3000);
}
