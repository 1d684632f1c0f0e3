using System.Diagnostics.Metrics;

namespace Flowstate.Identity.Tests;

/// <summary>Counts bcrypt runs by the metric that operators see. It is one per process: count in tests that run alone.</summary>
internal sealed class PasswordHashCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public PasswordHashCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "flowstate.identity.password_hashes")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, runs, _, _) => Interlocked.Add(ref _count, runs));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}

[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
