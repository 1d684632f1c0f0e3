using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class SliceShape
{
    [Fact]
    public void Every_slice_is_one_file_of_one_shape() =>
        SliceRules.EverySliceIsOneFileOfOneShape(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_feature_file_is_named_after_what_is_in_it() =>
        SliceRules.EveryFeatureFileIsNamedAfterWhatIsInIt(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_endpoint_belongs_to_a_slice() =>
        SliceRules.EveryEndpointBelongsToASlice(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Handlers_call_no_other_handler() =>
        SliceRules.HandlersCallNoOtherHandler(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Names_say_what_a_thing_does() => SliceRules.NamesSayWhatAThingDoes(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Files_are_short() => SliceRules.FilesAreShort(Codebase.Flowstate).ShouldHold();
}
