using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Flowstate.Shared.Telemetry;

/// <summary>The one activity source and meter; module names are tags, not sources.</summary>
public static class FlowstateTelemetry
{
    public const string Name = "Flowstate";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);
}
