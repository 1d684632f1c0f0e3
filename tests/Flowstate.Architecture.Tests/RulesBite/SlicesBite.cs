using Flowstate.Architecture.Tests.Rules;
using static Flowstate.Architecture.Tests.RulesBite.Bite;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class SlicesBite
{
    private const string Slice = $"{Notes}/Features/WriteNote.cs";

    [Theory]
    [InlineData("the slice is not internal", "internal static class", "public static class")]
    [InlineData("the slice is not a static class", "internal static class", "internal sealed class")]
    [InlineData("a nested type is public", "internal sealed record Response", "public sealed record Response")]
    [InlineData("no Response", "Response", "Answer")]
    [InlineData("no Endpoint", " : ICarterModule", "")]
    [InlineData("no Handler", " : IRequestHandler<Request, Result<Response>>", "")]
    [InlineData("no file of its name", "WriteNote", "Scribble")]
    public void A_slice_of_another_shape(string wrong, string old, string now) =>
        Of(SliceRules.EverySliceIsOneFileOfOneShape, wrong, Change.In(Slice, old, now));

    [Fact]
    public void A_slice_without_a_request() =>
        Of(
            SliceRules.EverySliceIsOneFileOfOneShape,
            "no Request",
            Change.In(Slice, "record Request", "record Ask"),
            Change.In(Slice, "(Request ", "(Ask "),
            Change.In(Slice, "<Request", "<Ask")
        );

    [Fact]
    public void A_file_named_after_nothing_in_it() =>
        Of(
            SliceRules.EveryFeatureFileIsNamedAfterWhatIsInIt,
            "Features/Odds.cs holds no Odds",
            Change.Add($"{Notes}/Features/Odds.cs", "namespace Flowstate.Notes.Features; internal sealed record Ends;")
        );

    [Fact]
    public void An_endpoint_outside_a_slice() =>
        Of(
            SliceRules.EveryEndpointBelongsToASlice,
            "Flowstate.Notes.Stray is an endpoint outside a slice",
            Change.Add(
                $"{Notes}/Stray.cs",
                """
                namespace Flowstate.Notes;
                internal sealed class Stray : Carter.ICarterModule
                {
                    public void AddRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) { }
                }
                """
            )
        );

    [Fact]
    public void A_handler_that_calls_another() =>
        Of(
            SliceRules.HandlersCallNoOtherHandler,
            "takes IMediator",
            Change.In(Slice, "Handler(NotesDbContext db,", "Handler(IMediator mediator, NotesDbContext db,")
        );

    [Fact]
    public void A_drawer() =>
        Of(
            SliceRules.NamesSayWhatAThingDoes,
            "NoteHelper is a drawer",
            Change.Add($"{Notes}/Domain/Notes.cs", "namespace Flowstate.Notes; internal static class NoteHelper;")
        );

    [Fact]
    public void A_long_file() =>
        Of(
            SliceRules.FilesAreShort,
            "Long.cs has 200 lines",
            Change.Add($"{Notes}/Domain/Long.cs", string.Concat(Enumerable.Repeat("// on and on\n", 200)))
        );

    [Fact]
    public void A_route_that_says_nothing_about_who_may_call_it() =>
        Of(
            EndpointRules.EveryRouteSaysWhoMayCallIt,
            "(WriteNote) says nothing",
            Change.In(Slice, ".RequirePermission(NotesModule.Write)", "")
        );

    [Fact]
    public void A_permission_that_nobody_declares() =>
        Of(
            EndpointRules.EveryRequiredPermissionIsDeclared,
            "requires notes.fly",
            Change.In(Slice, "NotesModule.Write", "\"notes.fly\"")
        );

    [Fact]
    public void A_route_named_after_something_else() =>
        Of(
            EndpointRules.EveryRouteIsNamedAfterItsSlice,
            "is named 'Scribble', not WriteNote",
            Change.In(Slice, "nameof(WriteNote)", "\"Scribble\"")
        );
}
