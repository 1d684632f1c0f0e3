using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class Endpoints
{
    [Fact]
    public void Every_route_says_who_may_call_it() =>
        EndpointRules.EveryRouteSaysWhoMayCallIt(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_required_permission_is_declared() =>
        EndpointRules.EveryRequiredPermissionIsDeclared(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_route_is_named_after_its_slice() =>
        EndpointRules.EveryRouteIsNamedAfterItsSlice(Codebase.Flowstate).ShouldHold();
}
