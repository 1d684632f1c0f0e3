using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Serilog.Sinks.OpenTelemetry;

namespace Flowstate.Shared.Telemetry;

public static class TelemetrySetup
{
    /// <summary>
    /// Logs as JSON lines on standard output, each with its trace id, and metrics at <c>/metrics</c>; with
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> both also go there, and traces.
    /// </summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        var collector = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        builder.Services.AddSerilog(log =>
        {
            log.ReadFrom.Configuration(builder.Configuration)
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .MinimumLevel.Override("ZiggyCreatures", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .WriteTo.Console(new RenderedCompactJsonFormatter());
            if (collector is { Length: > 0 })
            {
                log.WriteTo.OpenTelemetry(sink =>
                    (sink.Endpoint, sink.Protocol) = (collector, OtlpProtocol.HttpProtobuf)
                );
            }
        });
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("flowstate"))
            // Own spans are always there: by them a reaction's log lines name the trace of the request behind the event.
            .WithTracing(tracing => tracing.AddSource(FlowstateTelemetry.Name))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(FlowstateTelemetry.Name, "Npgsql")
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        if (collector is { Length: > 0 })
        {
            // Spans of every query and call would cost each request where nobody collects them.
            telemetry
                .WithTracing(tracing =>
                    tracing.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddNpgsql().AddOtlpExporter()
                )
                .WithMetrics(metrics => metrics.AddOtlpExporter());
        }

        return builder;
    }
}
