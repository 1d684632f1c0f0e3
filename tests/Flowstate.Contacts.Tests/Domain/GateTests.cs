using CsCheck;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class GateTests
{
    private static readonly GateModes Advisory = new(
        GateMode.Advisory,
        GateMode.Advisory,
        GateMode.Advisory,
        GateMode.Advisory,
        GateMode.Advisory,
        GateMode.Advisory
    );

    private static readonly Stage[] Gated = [.. Stages.All.Where(stage => stage is > Stage.Lead and <= Stage.SignedUp)];

    public static TheoryData<string> Gates => [.. Gated.Select(stage => stage.Code())];

    [Theory]
    [MemberData(nameof(Gates))]
    public void An_advisory_gate_lets_through_and_says_what_was_missing(string into)
    {
        var to = Stages.OfCode(into);
        var contact = AContact.In(to - 1);

        var move = contact.MoveTo(to, false, null, Method.Default with { Gates = Advisory }, AContact.ByOwner).Value;

        move.Missing.ShouldBe(contact.In(to - 1).Select(missing => missing.Code));
        move.Missing.ShouldNotBeEmpty();
        move.Forced.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public void Each_gate_is_set_by_itself(string into)
    {
        var to = Stages.OfCode(into);
        var off = Method.Default with { Gates = With(to, GateMode.Off) };

        AContact.In(to - 1).MoveTo(to, false, null, off, AContact.ByOwner).Value.Missing.ShouldBeEmpty();
        foreach (var other in Gated.Where(stage => stage != to))
        {
            AContact
                .In(other - 1)
                .MoveTo(other, false, null, off, AContact.ByOwner)
                .Error?.Code.ShouldBe("contacts.gate-closed");
        }
    }

    [Fact]
    public void No_mode_of_a_gate_lets_anybody_skip_a_stage()
    {
        var anyMode = Gen.Int[0, 2].Select(mode => (GateMode)mode);
        Gen.Select(anyMode.Array[6], Gen.Int[0, 8], Gen.Int[0, 8])
            .Sample(
                (modes, from, to) =>
                {
                    var gates = new GateModes(modes[0], modes[1], modes[2], modes[3], modes[4], modes[5]);
                    var contact = AContact.In((Stage)from);
                    var moved = contact.MoveTo(
                        (Stage)to,
                        false,
                        null,
                        Method.Default with
                        {
                            Gates = gates,
                        },
                        AContact.ByOwner
                    );
                    var forward = !((Stage)to).IsSide() && !((Stage)from).IsSide() && to > from;
                    if (forward)
                    {
                        moved.IsSuccess.ShouldBe(to == from + 1 && gates.Into((Stage)to) != GateMode.Strict);
                    }
                }
            );
    }

    [Fact]
    public void Force_keeps_what_it_went_past() =>
        AContact
            .In(Stage.FollowUp)
            .MoveTo(Stage.SignedUp, true, "Joined on paper", Method.Default, AContact.ByOwner)
            .Value.Missing.ShouldBe(["joined"]);

    [Theory]
    [InlineData("Kunde", "", true)]
    [InlineData("Kunde", "kunde", false)]
    [InlineData("Kunde", "K U N D E", false)]
    [InlineData("Invited", "", false)]
    [InlineData("follow-up", "", false)]
    [InlineData("Følg opp", "Folg opp", true)]
    public void Labels_that_could_be_taken_for_one_another_are_refused(string lead, string relationship, bool apart) =>
        new StageLabels([lead, relationship]).AreApart().ShouldBe(apart);

    [Fact]
    public void What_a_workspace_calls_a_stage_is_read_before_what_others_do()
    {
        var labels = new StageLabels(["Interessent", "", "", "", "", "", "Held"]);

        labels.Read("interessent", null).ShouldBe(Stage.Lead);
        labels.Read("lead", null).ShouldBe(Stage.Lead);
        labels.Read("held", null).ShouldBe(Stage.SignedUp);
        labels.Read("held", "sales").ShouldBe(Stage.FollowUp);
        labels.Of(Stage.Invited).ShouldBe("Invited");
        labels.Of(Stage.Lead, "sales").ShouldBe("New");
    }

    private static GateModes With(Stage stage, GateMode mode) =>
        stage switch
        {
            Stage.Relationship => GateModes.Strict with { Relationship = mode },
            Stage.Invited => GateModes.Strict with { Invited = mode },
            Stage.Qualified => GateModes.Strict with { Qualified = mode },
            Stage.PresentationSent => GateModes.Strict with { PresentationSent = mode },
            Stage.FollowUp => GateModes.Strict with { FollowUp = mode },
            _ => GateModes.Strict with { SignedUp = mode },
        };
}

file static class Wanted
{
    /// <summary>What an untouched contact lacks for the stage after this one.</summary>
    public static IReadOnlyList<Missing> In(this Contact _, Stage from) =>
        AContact.In(from).MissingForNext(GateModes.Strict)!;
}
