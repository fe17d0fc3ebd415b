package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.file.ReportHtml;

/// A field that changes nothing is a promise that is not kept.
class EveryFieldTest {
    private static final Policy POLICY = Policies.of("rightparty");

    private static final Figures USUAL = day(FullDay.usual());

    private static Figures day(Scenario scenario) {
        return Simulation.day(scenario, POLICY, scenario.seed());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /seed | 6
                    /durationS | 2900
                    /warmupS | 500
                    /list/size | 200
                    /agents/groups/0/count | 6
                    /agents/groups/0/loginS | 200
                    /agents/groups/0/loginSpreadS | 300
                    /agents/groups/0/logoutS | 2000
                    /agents/groups/0/logoutSpreadS | 400
                    /agents/groups/0/logoutAnnounced | true
                    /agents/groups/0/talkFactor | 2
                    /agents/groups/0/wrapFactor | 2
                    /agents/groups/0/breaks/0/atS | 700
                    /agents/groups/0/breaks/0/durationS | 400
                    /agents/groups/0/breaks/0/spreadS | 300
                    /agents/groups/0/breaks/0/durationSpreadS | 100
                    /agents/groups/0/breaks/0/fraction | 0
                    /agents/groups/0/breaks/0/announced | true
                    /agents/shortBreaks/probAfterWrap | 0.5
                    /agents/shortBreaks/duration/mean | 200
                    /agents/leaves/0/atS | 1700
                    /agents/leaves/0/durationS | 400
                    /agents/leaves/0/fraction | 1
                    /agents/leaves/0/spreadS | 200
                    /agents/leaves/0/durationSpreadS | 150
                    /agents/leaves/0/announced | true
                    /agents/heterogeneity/talkCv | 1
                    /agents/heterogeneity/wrapCv | 1
                    /answerRate/base | 0.5
                    /answerRate/noise/cv | 0.5
                    /answerRate/noise/corrS | 3000
                    /answerRate/steps/0/atS | 600
                    /answerRate/steps/0/multiplier | 0.3
                    /answerRate/dayCurve/1/1 | 0.3
                    /answerRate/dayCurve/0/0 | 2000
                    /numbers/cv | 1
                    /numbers/known | true
                    /otherOutcomes/machine | 0.1
                    /otherOutcomes/noAnswer | 0.8
                    /otherOutcomes/busy | 0.8
                    /otherOutcomes/failed | 0.8
                    /timing/setup/mean | 4
                    /timing/setup/cv | 1
                    /timing/ringHuman/mean | 5
                    /timing/ringHuman/k | 9
                    /timing/ringMachine/min | 15
                    /timing/ringMachine/max | 18
                    /timing/busyAfter | 5
                    /timing/failedAfter/value | 5
                    /timing/noAnswerTimeoutS | 15
                    /amd/enabled | false
                    /amd/delay | 3
                    /amd/humanTakenForMachine | 0.5
                    /amd/machineTakenForHuman | 0.9
                    /amd/machineTalk | 30
                    /talk/components/0/weight | 5
                    /talk/components/0/dist/values/0 | 60
                    /talk/components/0/dist/weights/0 | 0.1
                    /talk/components/1/dist/mean | 120
                    /talk/components/1/dist/alpha | 1.2
                    /talk/components/1/dist/max | 100
                    /wrap/mean | 40
                    /wrap/cv | 0.1
                    /verification/component | 1
                    /verification/after/value | 25
                    /answerPatienceS | 0.1
                    /trunks/max | 3
                    /trunks/failures/0/atS | 1800
                    /trunks/failures/0/durationS | 900
                    /trunks/failures/0/fraction | 1
                    /compliance/maxAbandonRate | 0.001
                    /compliance/windowDays | 0.001
                    /compliance/amdFalsePositiveEstimate | 0.19
                    /parts/0/name | "landline"
                    /parts/0/share | 5
                    /parts/0/ringFactor | 2
                    /parts/0/talkFactor | 2
                    /parts/0/wrapFactor | 2
                    /stretches/0/atS | 2000
                    /stretches/0/ringFactor | 2
                    /stretches/0/talkFactor | 2
                    /stretches/0/wrapFactor | 2
                    /switching/permitS | 1.5
                    /switching/bridgeS | 1
                    """)
    void has_an_effect(String pointer, String value) {
        assertThat(day(FullDay.with(pointer, value))).isNotEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"/name", "/description", "/compliance/definition"})
    void shows_in_what_is_printed(String pointer) {
        Scenario scenario = FullDay.with(pointer, "\"something else\"", "/durationS", "600");
        Simulation.Outcome outcome =
                Simulation.run(scenario, POLICY, 1, 1, Simulation.Watch.NOBODY);
        assertThat(ReportHtml.of(outcome)).contains("something else");
    }
}
